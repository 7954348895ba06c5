package vn.vanthu.register.store;

class H2BooksTest extends BooksContract {

    @Override
    Vendor vendor() {
        return Vendor.H2;
    }
}
