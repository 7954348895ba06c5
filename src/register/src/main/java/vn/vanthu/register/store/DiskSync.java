package vn.vanthu.register.store;

/** Makes committed transactions survive a power failure, where the database does not do it itself. */
@FunctionalInterface
interface DiskSync {

    /** Returns when everything committed is on the disk; throws when that is not sure. */
    void sync();
}
