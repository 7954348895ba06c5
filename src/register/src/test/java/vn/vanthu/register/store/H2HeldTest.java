package vn.vanthu.register.store;

class H2HeldTest extends HeldContract {

    @Override
    Vendor vendor() {
        return Vendor.H2;
    }
}
