# installed data
