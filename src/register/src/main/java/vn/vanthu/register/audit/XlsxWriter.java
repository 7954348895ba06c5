package vn.vanthu.register.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A plain sheet; texts are never formulas. The books have a form of their own: {@link BookWorkbook}. */
final class XlsxWriter implements ReportWriter {

    private static final int FLUSH_EVERY = 500;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxWriter(OutputStream out) {
        this.out = out;
        workbook = new Workbook(out, "VanThu", "1.0");
        sheet = workbook.newWorksheet("VanThu");
    }

    @Override
    public void begin(List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i));
            sheet.style(0, i).bold().set();
            sheet.width(i, 20);
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        row++;
        for (int i = 0; i < values.size(); i++) {
            cell(i, values.get(i));
        }
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDateTime time) {
            sheet.inlineString(row, column, time.format(Times.DATE_TIME));
        } else if (value instanceof LocalDate date) {
            sheet.inlineString(row, column, date.format(Times.DATE));
        } else if (value != null) {
            sheet.inlineString(row, column, Display.harmless(value.toString()));
        }
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
        out.flush();
    }
}
