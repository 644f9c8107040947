# tests/houses: pages in other houses' manners, annotated by who had not seen the rules (README.md there).
dist_check_SCRIPTS += tests/houses/test_houses.sh
if !SANITIZED
dist_check_SCRIPTS += tests/houses/test_gold.sh
endif
EXTRA_DIST += tests/houses/README.md tests/houses/check_gold.py tests/houses/score_houses.py \
	tests/houses/papers/colneburgh.txt tests/houses/gold/colneburgh.json \
	tests/houses/papers/glanwerydd.txt tests/houses/gold/glanwerydd.json \
	tests/houses/papers/ivelhurst.txt tests/houses/gold/ivelhurst.json \
	tests/houses/papers/marrowdene.txt tests/houses/gold/marrowdene.json \
	tests/houses/papers/staplegate.txt tests/houses/gold/staplegate.json \
	tests/houses/papers/strathorran.txt tests/houses/gold/strathorran.json \
	tests/houses/papers/tillingvale.txt tests/houses/gold/tillingvale.json \
	tests/houses/papers/wexbury.txt tests/houses/gold/wexbury.json \
	tests/houses/second/papers/ashmarsh.txt tests/houses/second/gold/ashmarsh.json \
	tests/houses/second/papers/garthwick.txt tests/houses/second/gold/garthwick.json \
	tests/houses/second/papers/lambournecross.txt tests/houses/second/gold/lambournecross.json \
	tests/houses/second/papers/skeldermoor.txt tests/houses/second/gold/skeldermoor.json \
	tests/houses/third/papers/harrowmere.txt tests/houses/third/gold/harrowmere.json \
	tests/houses/third/papers/kinlorne.txt tests/houses/third/gold/kinlorne.json \
	tests/houses/third/papers/wendleshire.txt tests/houses/third/gold/wendleshire.json
