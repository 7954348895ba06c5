package vn.vanthu.register.store;

class H2QuarantineTest extends QuarantineContract {

    @Override
    RegisterSettings settings() {
        return RegisterSettings.embedded(folder.resolve("data"));
    }
}
