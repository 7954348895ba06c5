package vn.vanthu.register.store;

class MariaDbRegisterTest extends RegisterContract {

    @Override
    Vendor vendor() {
        return Vendor.MARIADB;
    }
}
