#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ports of 127.0.0.1.
public enum LoopbackPort {
    /// `count` different ports that nobody listens on now.
    ///
    /// - Throws: ``NATSServerError`` with `noPort`.
    public static func free(_ count: Int) throws(NATSServerError) -> [Int] {
        var sockets: [Int32] = []
        defer { for descriptor in sockets { _ = close(descriptor) } }
        var ports: [Int] = []
        for _ in 0..<count {
            let descriptor = makeSocket()
            sockets.append(descriptor)
            guard let port = bound(descriptor) else {
                throw NATSServerError(.noPort, "No port of 127.0.0.1 is free: \(String(cString: strerror(errno))).")
            }
            ports.append(port)
        }
        return ports
    }

    /// What a server on `port` answers to a GET of `path`, status line and headers included; nil when it does not
    /// answer within a second. Blocks its thread.
    static func answer(from port: Int, to path: String) -> String? {
        let descriptor = makeSocket()
        defer { _ = close(descriptor) }
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        guard setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size) == 0,
            withAddress(port: port, { connect(descriptor, $0, $1) }) == 0
        else { return nil }
        let request = Array("GET \(path) HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".utf8)
        guard write(descriptor, request, request.count) == request.count else { return nil }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(descriptor, &piece, piece.count)
            guard count >= 0 else { return nil }
            if count == 0 { return String(decoding: answer, as: UTF8.self) }
            answer += piece[..<count]
        }
    }

    private static func makeSocket() -> Int32 {
        #if canImport(Glibc)
            socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        #else
            socket(AF_INET, SOCK_STREAM, 0)
        #endif
    }

    private static func bound(_ descriptor: Int32) -> Int? {
        guard withAddress(port: 0, { bind(descriptor, $0, $1) }) == 0 else { return nil }
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let outcome = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return outcome == 0 ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }

    private static func withAddress(
        port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
