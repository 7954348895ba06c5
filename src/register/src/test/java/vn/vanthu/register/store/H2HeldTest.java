package vn.vanthu.register.store;

class H2HeldTest extends HeldContract {

    @Override
    RegisterSettings settings() {
        return RegisterSettings.embedded(folder.resolve("data"));
    }
}
