noinst_LIBRARIES += src/model/libmodel.a
src_model_libmodel_a_SOURCES = include/minutebook/model.h include/minutebook/model_action.h \
	src/model/address.c src/model/fields.c src/model/follow_up.c src/model/kinds.c src/model/meeting.c src/model/names.c \
	src/model/phrase.c src/model/phrase.h src/model/records.c src/model/reference.c src/model/routine.c
nodist_src_model_libmodel_a_SOURCES = src/model/item_kinds_data.c src/model/routine_texts_data.c
src/model/item_kinds_data.c: $(top_srcdir)/assets/words/item-kinds $(top_srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/model && \
	$(AWK) -v name=item_kinds -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/assets/words/item-kinds > $@-t && mv $@-t $@
CLEANFILES += src/model/item_kinds_data.c
EXTRA_DIST += assets/words/item-kinds
src/model/routine_texts_data.c: $(top_srcdir)/assets/words/routine-texts $(top_srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/model && \
	$(AWK) -v name=routine_texts -v groups=1 -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/assets/words/routine-texts > $@-t && mv $@-t $@
CLEANFILES += src/model/routine_texts_data.c
EXTRA_DIST += assets/words/routine-texts
