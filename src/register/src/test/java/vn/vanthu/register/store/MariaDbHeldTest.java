package vn.vanthu.register.store;

class MariaDbHeldTest extends HeldContract {

    @Override
    Vendor vendor() {
        return Vendor.MARIADB;
    }
}
