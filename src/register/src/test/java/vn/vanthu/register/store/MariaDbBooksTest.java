package vn.vanthu.register.store;

class MariaDbBooksTest extends BooksContract {

    @Override
    Vendor vendor() {
        return Vendor.MARIADB;
    }
}
