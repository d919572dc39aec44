import Cluster

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file beside a journal that keeps bytes which were cut off it, for whoever wants to look into them.
enum SetAsideFile {
    /// Writes `bytes` to a new file whose name begins with `name`, and makes them durable.
    ///
    /// - Returns: The file's path.
    /// - Throws: ``JournalError`` with `unavailable`: then the journal must be left as it is.
    static func write(_ bytes: [UInt8], name: String) throws(JournalError) -> String {
        let path = try freePath(name: name)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                pwrite(descriptor, raw.baseAddress.map { $0 + offset }, bytes.count - offset, off_t(offset))
            }
            guard count > 0 else {
                let error = failure(path)
                unlink(path)
                throw error
            }
            offset += count
        }
        guard fsync(descriptor) == 0 else { throw failure(path) }
        return path
    }

    private static func freePath(name: String) throws(JournalError) -> String {
        for number in 1...10_000 {
            let path = number == 1 ? name : "\(name).\(number)"
            if access(path, F_OK) != 0 { return path }
        }
        throw JournalError(.unavailable, "There are 10,000 files named \(name) with damaged bytes; move them away.")
    }

    private static func failure(_ path: String) -> JournalError {
        JournalError(
            .unavailable,
            "The journal's damaged end cannot be set aside to \(path): \(String(cString: strerror(errno))). The "
                + "journal was left as it is; make room or check the directory's permissions, then open it again.")
    }
}
