package vn.vanthu.register.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.filing.ArchiveCheck;
import vn.vanthu.message.MailId;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.store.SearchText;

/** The register as auditors see it: through the views, while the gateway runs or without it. For one thread. */
public final class AuditDatabase implements AutoCloseable {

    private static final String TRAIL =
            """
            SELECT luc, viec, doi_tuong, ket_qua, chi_tiet FROM (
                SELECT nhan_luc AS luc, 'received' AS viec, nguoi_gui_phong_bi AS doi_tuong, chieu AS ket_qua,
                       chu_de AS chi_tiet, 0 AS thu_tu
                FROM nhat_ky_thu WHERE ma_thu = ?
                UNION ALL
                SELECT luc, 'decision', quy_tac, quyet_dinh, CONCAT(ly_do, ' ', dieu_khoan, ' ', chi_tiet), 1
                FROM nhat_ky_quyet_dinh WHERE ma_thu = ?
                UNION ALL
                SELECT luc, buoc, nguoi_nhan, ket_qua, CONCAT(may_chu, ' ', tra_loi), 2
                FROM nhat_ky_su_kien WHERE ma_thu = ?
                UNION ALL
                SELECT yeu_cau_luc, 'approval-asked', ma_phe_duyet, 'pending', nguoi_trinh, 3
                FROM nhat_ky_phe_duyet WHERE ma_thu = ?
                UNION ALL
                SELECT quyet_dinh_luc, 'approval', ma_phe_duyet, trang_thai, CONCAT(nguoi_duyet, ' ', y_kien), 4
                FROM nhat_ky_phe_duyet WHERE ma_thu = ? AND quyet_dinh_luc IS NOT NULL
                UNION ALL
                SELECT xu_ly_luc, 'quarantine', nguoi_nhan, trang_thai, nguoi_xu_ly, 5
                FROM thu_rac WHERE ma_thu = ? AND xu_ly_luc IS NOT NULL
                UNION ALL
                SELECT vao_so_luc, 'book', CONCAT(so_dang_ky, ' ', so, '/', nam), trang_thai,
                       CONCAT(so_ky_hieu, ' ', ten_loai_va_trich_yeu), 6
                FROM so_dang_ky_tat_ca WHERE ma_thu = ?
                UNION ALL
                SELECT luc, 'filed', duong_dan, loai, ten_goc, 7
                FROM luu_tru_van_ban WHERE ma_thu = ?
                UNION ALL
                SELECT luc, 'administration', viec, '', CONCAT(nguoi, ' ', tai_khoan_he_thong, ' ', chi_tiet), 8
                FROM nhat_ky_quan_tri WHERE doi_tuong = ?) AS t
            ORDER BY luc, thu_tu, doi_tuong
            """;

    private static final String INCOMING_COLUMNS =
            "nam, so_dang_ky, so_thu_tu, trang_thai, vao_so_luc, ngay_den, so AS so_den, tac_gia, so_ky_hieu,"
                    + " ngay_thang_van_ban, ten_loai_va_trich_yeu, noi_nhan AS don_vi_hoac_nguoi_nhan, ngay_chuyen,"
                    + " ky_nhan, ghi_chu, hop_thu, ma_thu";

    private static final String OUTGOING_COLUMNS =
            "nam, so_dang_ky, so_thu_tu, trang_thai, vao_so_luc, so_ky_hieu, ngay_thang_van_ban,"
                    + " ten_loai_va_trich_yeu, nguoi_ky, noi_nhan, noi_nhan_ban_luu, so_luong_ban, ngay_chuyen,"
                    + " ky_nhan, ghi_chu, nguoi_duyet, ma_thu";

    private static final String ENTRIES =
            """
            SELECT so_dang_ky, nam, so_thu_tu, ngay_den, ngay_thang_van_ban, vao_so_luc FROM so_dang_ky_tat_ca
            WHERE trang_thai <> 'superseded' ORDER BY so_dang_ky, nam, so_thu_tu
            """;

    private static final String LAST_NUMBERS = "SELECT so_dang_ky, nam, so_cuoi FROM so_cuoi_cung";

    private static final String BOOKS =
            """
            SELECT so_dang_ky, nam,
                   CASE WHEN EXISTS (SELECT 1 FROM lich_su_so c WHERE c.so_dang_ky = b.so_dang_ky AND c.nam = b.nam
                                     AND c.so_thu_tu = 0 AND c.viec = 'close') THEN 'closed' ELSE 'open' END AS trang_thai,
                   MAX(so_thu_tu) AS so_cuoi,
                   SUM(CASE WHEN trang_thai = 'registered' THEN 1 ELSE 0 END) AS da_vao_so,
                   SUM(CASE WHEN trang_thai = 'reserved' THEN 1 ELSE 0 END) AS dang_giu,
                   SUM(CASE WHEN trang_thai = 'voided' THEN 1 ELSE 0 END) AS da_huy
            FROM so_dang_ky_tat_ca b WHERE trang_thai <> 'superseded'
            GROUP BY so_dang_ky, nam ORDER BY nam DESC, so_dang_ky
            """;

    private static final String RESERVED =
            """
            SELECT nam, so_thu_tu, so_ky_hieu, ten_loai_va_trich_yeu, nguoi_ky, vao_so_luc
            FROM so_dang_ky_tat_ca WHERE trang_thai = 'reserved' ORDER BY nam, so_thu_tu
            """;

    private static final String SEARCH =
            """
            SELECT * FROM (
                SELECT so_dang_ky AS loai, CONCAT(so, '/', nam) AS ma, vao_so_luc AS luc,
                       CONCAT(so_ky_hieu, ' ', ten_loai_va_trich_yeu) AS noi_dung
                FROM so_dang_ky_tat_ca WHERE tim_kiem LIKE ? ESCAPE '!' AND trang_thai <> 'superseded'
                ORDER BY vao_so_luc DESC LIMIT ?) AS b
            UNION ALL
            SELECT * FROM (
                SELECT 'thu' AS loai, ma_thu AS ma, nhan_luc AS luc, CONCAT(nguoi_gui, ' ', chu_de) AS noi_dung
                FROM tra_cuu_thu WHERE tim_kiem LIKE ? ESCAPE '!' ORDER BY nhan_luc DESC LIMIT ?) AS t
            """;

    private static final String HAS_LEFT =
            "EXISTS (SELECT 1 FROM nhat_ky_quan_tri WHERE viec = 'year-left' AND doi_tuong = CAST(nam AS CHAR(4)))";

    private final Connection connection;

    private AuditDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Opens the register for reading; the exception says what to do when that fails. */
    public static AuditDatabase open(RegisterSettings settings) throws ConfigurationException {
        return new AuditDatabase(AuditAccess.connect(settings));
    }

    /** The mail log with all columns of {@code nhat_ky_thu}, newest first. */
    public void mail(MailFilter filter, ReportWriter to) throws IOException, RegisterUnavailableException {
        try {
            new MailLog(connection, filter, to).write();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * What happened to one mail, oldest first: received, decided, delivered, approved, released from the quarantine,
     * entered in a book, filed, erased; columns {@code luc, viec, doi_tuong, ket_qua, chi_tiet}.
     */
    public void trail(MailId id, ReportWriter to) throws IOException, RegisterUnavailableException {
        int places = (int) TRAIL.chars().filter(c -> c == '?').count();
        query(TRAIL, Collections.nCopies(places, id.value()), to);
    }

    /** A book in the order of its numbers, with the columns of {@code so_van_ban_den} or {@code so_van_ban_di}. */
    public void book(BookFilter filter, ReportWriter to) throws IOException, RegisterUnavailableException {
        String columns = filter.book() == Book.INCOMING ? INCOMING_COLUMNS : OUTGOING_COLUMNS;
        query(
                "SELECT " + columns + " FROM so_dang_ky_tat_ca" + Condition.where(filter.conditions())
                        + " ORDER BY so_thu_tu, phien_ban",
                Condition.values(filter.conditions()),
                to);
    }

    /** Everything that was done to one number, oldest first, with the columns of {@code lich_su_so}. */
    public void trail(BookNumber number, ReportWriter to) throws IOException, RegisterUnavailableException {
        query(
                "SELECT so_dang_ky, nam, so_thu_tu, viec, nguoi, luc, cu, moi, ly_do FROM lich_su_so"
                        + " WHERE so_dang_ky = ? AND nam = ? AND so_thu_tu = ? ORDER BY luc",
                List.of(number.book().code(), number.year(), number.number()),
                to);
    }

    /**
     * Approvals with the columns of {@code nhat_ky_phe_duyet}: those that wait first, HỎA TỐC before others, the
     * oldest on top; then the newest decisions.
     */
    public void approvals(boolean onlyPending, ReportWriter to) throws IOException, RegisterUnavailableException {
        query(
                "SELECT ma_phe_duyet, ma_thu, trang_thai, nguoi_trinh, nguoi_duyet, yeu_cau_luc, quyet_dinh_luc,"
                        + " sha256, y_kien FROM nhat_ky_phe_duyet"
                        + (onlyPending ? " WHERE trang_thai = 'pending'" : "")
                        + " ORDER BY CASE WHEN trang_thai <> 'pending' THEN 2"
                        + " WHEN ma_thu IN (SELECT ma_thu FROM van_ban_hoa_toc) THEN 0 ELSE 1 END,"
                        + " CASE WHEN trang_thai = 'pending' THEN yeu_cau_luc END, quyet_dinh_luc DESC, ma_phe_duyet",
                List.of(),
                to);
    }

    /** The books: state, last number, how many numbers are registered, reserved and voided; the newest year first. */
    public void books(ReportWriter to) throws IOException, RegisterUnavailableException {
        query(BOOKS, List.of(), to);
    }

    /** The outgoing numbers that are kept for documents to be signed. */
    public void reserved(ReportWriter to) throws IOException, RegisterUnavailableException {
        query(RESERVED, List.of(), to);
    }

    /** What is entered under these words, in the books and the mail log; newest first in each. */
    public void search(String words, int limit, ReportWriter to) throws IOException, RegisterUnavailableException {
        String pattern = SearchText.pattern(words);
        query(SEARCH, List.of(pattern, limit, pattern, limit), to);
    }

    /**
     * Gaps, duplicates, late entries and numbers out of date order; columns
     * {@code so_dang_ky, nam, so_thu_tu, van_de, chi_tiet}.
     *
     * @return how many were found
     */
    public int gaps(ReportWriter to) throws IOException, RegisterUnavailableException {
        Gaps gaps = new Gaps(to, lastNumbers());
        to.begin(Gaps.COLUMNS);
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                gaps.look(new Gaps.Row(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getInt(3),
                        rows.getObject(4, LocalDate.class),
                        rows.getObject(5, LocalDate.class),
                        rows.getObject(6, LocalDateTime.class)));
            }
            gaps.finish();
        } catch (SQLException e) {
            throw unreadable(e);
        }
        to.end();
        return gaps.found();
    }

    /** The last number that was given in each book, by its counter; nothing in a register of a version without this view. */
    private Map<Gaps.Series, Integer> lastNumbers() throws RegisterUnavailableException {
        Map<Gaps.Series, Integer> last = new TreeMap<>();
        try {
            if (!Rows.hasView(connection, "so_cuoi_cung")) {
                return last;
            }
            try (PreparedStatement statement = connection.prepareStatement(LAST_NUMBERS);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last.put(new Gaps.Series(rows.getString(1), rows.getInt(2)), rows.getInt(3));
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return last;
    }

    /**
     * Files of the archive that are missing, altered or extra; columns {@code duong_dan, van_de, chi_tiet}. Those of years
     * that left as an export need not be there. Those of spilled mails are listed too, but nothing is wrong with them.
     *
     * @param year only this year's files; 0 for all
     * @param hashes whether every file is read, not only looked up
     * @return how many are wrong
     */
    public int archive(Path archive, int year, boolean hashes, ReportWriter to)
            throws IOException, RegisterUnavailableException {
        AtomicInteger found = new AtomicInteger();
        to.begin(List.of("duong_dan", "van_de", "chi_tiet"));
        ArchiveCheck check = new ArchiveCheck(archive, year, hashes, (path, problem, detail) -> {
            found.addAndGet(problem.isWrong() ? 1 : 0);
            to.row(List.of(path, problem.name().toLowerCase(Locale.ROOT), detail));
        });
        Set<String> spilled = spilledMails();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT duong_dan, kich_thuoc, sha256, ma_thu FROM luu_tru_van_ban WHERE "
                                + (year == 0 ? "NOT " + HAS_LEFT : "nam = " + year) + " ORDER BY duong_dan");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (spilled.contains(rows.getString(4))) {
                    check.lookForErased(rows.getString(1));
                } else {
                    check.look(rows.getString(1), rows.getLong(2), rows.getString(3));
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        check.finish();
        to.end();
        return found.get();
    }

    private Set<String> spilledMails() throws RegisterUnavailableException {
        Set<String> mails = new HashSet<>();
        String sql = "SELECT doi_tuong FROM nhat_ky_quan_tri WHERE viec = ?";
        try (PreparedStatement statement =
                        Rows.prepare(connection, sql, List.of(AdminAct.Action.CONTENT_ERASED.code()));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                mails.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return mails;
    }

    /** What of the register needs somebody now. */
    public RegisterHealth health(Instant now) throws RegisterUnavailableException {
        try {
            return RegisterHealth.read(connection, now);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private void query(String sql, List<?> values, ReportWriter to) throws IOException, RegisterUnavailableException {
        try (PreparedStatement statement = Rows.prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            to.begin(Rows.columns(rows));
            while (rows.next()) {
                to.row(Rows.values(rows));
            }
            to.end();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static RegisterUnavailableException unreadable(SQLException e) {
        return new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() throws RegisterUnavailableException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new RegisterUnavailableException("the register does not close: " + e.getMessage(), e);
        }
    }
}
