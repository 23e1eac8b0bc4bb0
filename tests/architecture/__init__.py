"""The shape of the house: floors, sizes, one spelling for writes, whole catalogues, calm words."""
