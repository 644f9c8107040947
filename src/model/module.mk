noinst_LIBRARIES += src/model/libmodel.a
src_model_libmodel_a_SOURCES = include/minutebook/model.h include/minutebook/model_action.h \
	src/model/address.c src/model/fields.c src/model/follow_up.c src/model/kinds.c src/model/meeting.c src/model/names.c src/model/records.c src/model/reference.c
nodist_src_model_libmodel_a_SOURCES = src/model/item_kinds_data.c
src/model/item_kinds_data.c: $(top_srcdir)/assets/words/item-kinds $(top_srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/model && \
	$(AWK) -v name=item_kinds -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/assets/words/item-kinds > $@-t && mv $@-t $@
CLEANFILES += src/model/item_kinds_data.c
EXTRA_DIST += assets/words/item-kinds
