package vn.vanthu.register.store;

import java.util.Locale;

/** The databases that the register runs on; each has its own migrations. */
enum Vendor {
    H2,
    MARIADB;

    /** Class path folder of the migrations. */
    String migrations() {
        return "classpath:vn/vanthu/register/store/" + name().toLowerCase(Locale.ROOT);
    }
}
