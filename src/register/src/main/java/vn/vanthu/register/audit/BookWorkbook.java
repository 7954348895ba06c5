package vn.vanthu.register.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.book.Book;

/**
 * A book as NĐ 30/2020, Annex IV, wants it: a cover, then the entries, ready to print on A4 landscape and to bind. Rows
 * are those of {@code so_van_ban_den} or {@code so_van_ban_di}.
 */
public final class BookWorkbook implements ReportWriter {

    private record Column(String title, String view, double width) {}

    private static final List<Column> INCOMING = List.of(
            new Column("Ngày đến", "ngay_den", 11),
            new Column("Số đến", "so_den", 7),
            new Column("Tác giả", "tac_gia", 22),
            new Column("Số, ký hiệu văn bản", "so_ky_hieu", 16),
            new Column("Ngày tháng văn bản", "ngay_thang_van_ban", 11),
            new Column("Tên loại và trích yếu nội dung văn bản", "ten_loai_va_trich_yeu", 38),
            new Column("Đơn vị hoặc người nhận", "don_vi_hoac_nguoi_nhan", 18),
            new Column("Ngày chuyển", "ngay_chuyen", 11),
            new Column("Ký nhận", "ky_nhan", 12),
            new Column("Ghi chú", "ghi_chu", 16));

    private static final List<Column> OUTGOING = List.of(
            new Column("Số, ký hiệu văn bản", "so_ky_hieu", 16),
            new Column("Ngày tháng văn bản", "ngay_thang_van_ban", 11),
            new Column("Tên loại và trích yếu nội dung văn bản", "ten_loai_va_trich_yeu", 38),
            new Column("Người ký", "nguoi_ky", 18),
            new Column("Nơi nhận văn bản", "noi_nhan", 22),
            new Column("Đơn vị, người nhận bản lưu", "noi_nhan_ban_luu", 16),
            new Column("Số lượng bản", "so_luong_ban", 8),
            new Column("Ngày chuyển", "ngay_chuyen", 11),
            new Column("Ký nhận", "ky_nhan", 12),
            new Column("Ghi chú", "ghi_chu", 16));

    private static final String FONT = "Times New Roman";
    private static final int FLUSH_EVERY = 500;

    private final OutputStream out;
    private final Book book;
    private final int year;
    private final String agency;
    private final List<Column> layout;
    private final Workbook workbook;
    private final Worksheet cover;
    private final Worksheet sheet;
    private List<String> columns = List.of();
    private int row = 2;
    private String firstNumber = "";
    private String lastNumber = "";
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;

    /** @param agency the agency's name, for the cover */
    public BookWorkbook(OutputStream out, Book book, int year, String agency) {
        this.out = out;
        this.book = book;
        this.year = year;
        this.agency = agency;
        this.layout = book == Book.INCOMING ? INCOMING : OUTGOING;
        this.workbook = new Workbook(out, "VanThu", "1.0");
        this.cover = workbook.newWorksheet("Bìa");
        this.sheet = workbook.newWorksheet("Sổ");
    }

    @Override
    public void begin(List<String> names) {
        columns = List.copyOf(names);
        page(cover);
        page(sheet);
        sheet.repeatRows(0, 1);
        sheet.footer("Trang &P/&N", Position.CENTER, FONT, 10);
        for (int i = 0; i < layout.size(); i++) {
            sheet.width(i, layout.get(i).width());
            head(0, i, layout.get(i).title());
            head(1, i, "(" + (i + 1) + ")");
        }
    }

    private static void page(Worksheet page) {
        page.paperSize(PaperSize.A4_PAPER);
        page.pageOrientation("landscape");
        page.leftMargin(0.9f);
        page.fitToWidth((short) 1);
        page.fitToHeight((short) 0);
        page.setFitToPage(true);
    }

    private void head(int line, int column, String text) {
        sheet.inlineString(line, column, text);
        sheet.style(line, column)
                .fontName(FONT)
                .fontSize(11)
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        for (int i = 0; i < layout.size(); i++) {
            sheet.inlineString(
                    row, i, cell(values.get(columns.indexOf(layout.get(i).view()))));
            sheet.style(row, i)
                    .fontName(FONT)
                    .fontSize(11)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .borderStyle(BorderStyle.THIN)
                    .set();
        }
        remember(String.valueOf(values.get(columns.indexOf("so_thu_tu"))), values.get(columns.indexOf("vao_so_luc")));
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof LocalDate date ? date.format(Times.DATE) : Display.harmless(value.toString());
    }

    private void remember(String number, @Nullable Object enteredAt) {
        firstNumber = firstNumber.isEmpty() ? number : firstNumber;
        lastNumber = number;
        if (enteredAt instanceof java.time.LocalDateTime time) {
            firstDay = firstDay == null ? time.toLocalDate() : firstDay;
            lastDay = time.toLocalDate();
        }
    }

    @Override
    public void end() throws IOException {
        List<String> lines = new ArrayList<>(List.of(agency.toUpperCase(java.util.Locale.ROOT), "", ""));
        lines.add(book == Book.INCOMING ? "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN" : "SỔ ĐĂNG KÝ VĂN BẢN ĐI");
        lines.add("Năm: " + year);
        lines.add("");
        lines.add("Từ ngày " + day(firstDay) + " đến ngày " + day(lastDay));
        lines.add("Từ số " + firstNumber + " đến số " + lastNumber);
        lines.add("");
        lines.add("Quyển số: ......");
        cover.width(0, 110);
        for (int line = 0; line < lines.size(); line++) {
            cover.inlineString(line + 3, 0, lines.get(line));
            var style = cover.style(line + 3, 0).fontName(FONT).horizontalAlignment("center");
            (line == 3 ? style.fontSize(24).bold() : style.fontSize(14)).set();
        }
        sheet.finish();
        workbook.finish();
        out.flush();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "......" : day.format(Times.DATE);
    }
}
