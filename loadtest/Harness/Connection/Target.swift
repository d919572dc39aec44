public import Foundation

/// Where the center is, and who speaks.
public struct Target: Sendable {
    /// Such as `http://127.0.0.1:8080`.
    public let url: String
    public let host: String
    public let port: Int
    /// An administrator's token.
    public let token: String

    /// - Throws: ``HarnessError/Code/center`` when the address is none of plain HTTP.
    public init(url: String, token: String) throws(HarnessError) {
        guard let parts = URLComponents(string: url), parts.scheme == "http", let host = parts.host, !host.isEmpty
        else {
            throw HarnessError(
                .center, "\(url) is not an address like http://127.0.0.1:8080; give the center's with --url.")
        }
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.host = host
        port = parts.port ?? 80
        self.token = token
    }

    /// The target that options or, where they are nil, the environment name: `SUNDIAL_URL`, and `SUNDIAL_TOKEN` or the
    /// file `SUNDIAL_TOKEN_FILE`.
    ///
    /// - Throws: ``HarnessError/Code/center`` when none is named.
    public static func named(
        url: String?, token: String?, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(HarnessError) -> Target {
        let url = url ?? environment["SUNDIAL_URL"] ?? "http://127.0.0.1:8080"
        if let token = token ?? environment["SUNDIAL_TOKEN"] { return try Target(url: url, token: token) }
        guard let path = environment["SUNDIAL_TOKEN_FILE"] else {
            throw HarnessError(
                .center,
                "No token is given: use --token, or set SUNDIAL_TOKEN or SUNDIAL_TOKEN_FILE (the node writes one to "
                    + "DATA/administrator-token).")
        }
        return try Target(url: url, token: try read(token: path))
    }

    /// The token in a file.
    static func read(token path: String) throws(HarnessError) -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        } catch {
            throw HarnessError(.center, "The token file \(path) cannot be read.", cause: error)
        }
    }
}
