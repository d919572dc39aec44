import Cluster

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The exclusive lock on a journal: a small file beside it, locked for as long as this object lives.
///
/// The lock is the kernel's, so it ends with the process however that ends; the file stays and names the last
/// holder's process. It holds against this process too.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock at `path` or fails at once.
    ///
    /// - Throws: ``JournalError`` with `locked` when another holds it, `unavailable` when the file cannot be had.
    init(path: String, journal: String) throws(JournalError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JournalError(
                .unavailable,
                "The lock file \(path) cannot be opened: \(Self.reason()). Check that the directory exists and that "
                    + "this user may write there.")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = Self.reason()
            let isHeld = errno == EWOULDBLOCK
            let holder = Self.holder(descriptor)
            _ = Self.release(descriptor)
            guard isHeld else {
                throw JournalError(.unavailable, "The file \(path) cannot be locked: \(reason).")
            }
            throw JournalError(
                .locked,
                "The journal \(journal) is held by \(holder). Stop that one, or give this one another data directory.")
        }
        Self.write("\(getpid())\n", to: descriptor)
        self.descriptor = descriptor
    }

    deinit {
        // Closing alone would leave it to a child that was forked just now until that closes its copy too.
        _ = flock(descriptor, LOCK_UN)
        _ = Self.release(descriptor)
    }

    private static func release(_ descriptor: Int32) -> Int32 {
        close(descriptor)
    }

    private static func reason() -> String {
        String(cString: strerror(errno))
    }

    private static func holder(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let text = String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 10 }, as: UTF8.self)
        guard let process = Int32(text) else { return "another process" }
        return process == getpid() ? "this same process (\(process))" : "process \(process)"
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }
}
