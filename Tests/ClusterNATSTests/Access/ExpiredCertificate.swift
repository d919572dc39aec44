import Foundation
import Testing

/// A certificate for 127.0.0.1 that ended yesterday, made with openssl in a folder of its own.
struct ExpiredCertificate {
    let file: String
    let key: String
    private let folder: String

    /// Has an authority sign it, whose key is beside its PEM file.
    init(from authorities: String) throws {
        folder = "\(FileManager.default.temporaryDirectory.path)/sundial-certificate-\(UUID().uuidString)"
        file = "\(folder)/server.pem"
        key = "\(folder)/server.key"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.openssl(
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=127.0.0.1",
            "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", "\(folder)/server.csr")
        try Self.openssl(
            "x509", "-req", "-in", "\(folder)/server.csr", "-days", "-1", "-copy_extensions", "copy", "-CA",
            authorities,
            "-CAkey", authorities.replacing("authorities.pem", with: "authorities.key"), "-out", file)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func openssl(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments[0])")
    }
}
