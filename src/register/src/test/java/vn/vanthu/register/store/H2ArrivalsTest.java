package vn.vanthu.register.store;

class H2ArrivalsTest extends ArrivalsContract {

    @Override
    Vendor vendor() {
        return Vendor.H2;
    }
}
