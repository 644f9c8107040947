noinst_LIBRARIES += src/export/libexport.a
src_export_libexport_a_SOURCES = include/minutebook/export.h
