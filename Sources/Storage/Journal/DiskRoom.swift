#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The room that file systems have left.
public enum DiskRoom {
    /// Bytes that an ordinary process may still write in `directory`; nil when the system does not tell.
    public static func availableBytes(in directory: String) -> UInt64? {
        var answer = statvfs()
        guard statvfs(directory, &answer) == 0 else { return nil }
        return UInt64(answer.f_bavail) * UInt64(answer.f_frsize)
    }
}
