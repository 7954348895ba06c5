package vn.vanthu.command.clerk;

import vn.vanthu.command.MailCommand;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

/** The fields of a document as lines that people read and answer with: {@code Số ký hiệu: 05/QĐ-SNgV}. */
public final class DocumentLines {

    private DocumentLines() {}

    /** One field a line, indented. */
    public static String show(DocumentFields fields) {
        return Form.show(fields);
    }

    /** As people call the field: {@code Trích yếu}. */
    public static String name(Field field) {
        return Label.of(field).text();
    }

    /** What {@link #show} wrote; a line that is no field is left out. */
    public static DocumentFields read(String lines) {
        return Form.read(MailCommand.read("x\n" + lines).particulars()).fields();
    }
}
