package vn.vanthu.register.store;

class MariaDbArrivalsTest extends ArrivalsContract {

    @Override
    Vendor vendor() {
        return Vendor.MARIADB;
    }
}
