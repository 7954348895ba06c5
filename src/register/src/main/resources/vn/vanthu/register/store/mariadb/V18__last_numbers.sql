-- The register, part 18: the last number that each book gave, so that auditors miss one that was taken away at the end.

CREATE SQL SECURITY DEFINER VIEW so_cuoi_cung (so_dang_ky, nam, so_cuoi) AS
SELECT book, book_year, last_number FROM book_counter;
