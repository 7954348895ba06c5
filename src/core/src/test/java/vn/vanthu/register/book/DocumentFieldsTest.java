package vn.vanthu.register.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DocumentFieldsTest {

    @Test
    void aWrongDateOrNumberSaysWhatIsRight() {
        assertThatThrownBy(() -> DocumentFields.none().with(Field.ISSUED_ON, "31/02/2026"))
                .hasMessage("issued_on: a date such as 2026-11-23, not '31/02/2026'");
        assertThatThrownBy(() -> DocumentFields.none().with(Field.COPIES, "hai"))
                .hasMessageContaining("copies: a number");
    }

    @Test
    void onlyWhatDiffersIsInTheHistory() {
        DocumentFields before =
                DocumentFields.none().with(Field.SUBJECT, "Về việc A").with(Field.SIGNER, "Nguyễn Tân");
        DocumentFields after = before.with(Field.SUBJECT, "Về việc B");
        assertThat(after.different(before)).hasToString("subject: Về việc B");
        assertThat(before.only(after.different(before))).hasToString("subject: Về việc A");
    }
}
