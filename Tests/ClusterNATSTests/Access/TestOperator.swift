import Crypto
import Foundation

/// An operator of NATS servers with one account, whose users come with credentials files: what `nsc` keeps.
struct TestOperator {
    /// What an NKey is for, by its first byte, which makes its first letter.
    private enum Role: UInt8 {
        case account = 0
        case operating = 112
        case user = 160
        /// The first byte of a seed, joined with that of what it is for.
        case seed = 144
    }

    private let operating = Curve25519.Signing.PrivateKey()
    private let account = Curve25519.Signing.PrivateKey()
    private let system = Curve25519.Signing.PrivateKey()

    /// The lines of a server's configuration that make it trust this operator.
    var lines: [String] {
        let signer = Self.text(.operating, operating)
        let name = Self.text(.account, account)
        let systemName = Self.text(.account, system)
        let trust = Self.token("operator", signer, of: ["type": "operator"], by: operating, signer)
        return [
            "operator: \(trust)", "system_account: \(systemName)", "resolver: MEMORY", "resolver_preload {",
            "  \(name): \(Self.token("SUNDIAL", name, of: Self.account(storing: -1), by: operating, signer))",
            "  \(systemName): \(Self.token("SYSTEM", systemName, of: Self.account(storing: 0), by: operating, signer))",
            "}",
        ]
    }

    /// What a `.creds` file of a new user holds, who may publish and subscribe to these subjects alone.
    func credentials(publish: [String] = [">"], subscribe: [String] = [">"]) -> String {
        let user = Curve25519.Signing.PrivateKey()
        let rights: [String: Any] = [
            "type": "user", "pub": ["allow": publish], "sub": ["allow": subscribe], "subs": -1, "data": -1,
            "payload": -1,
        ]
        let token = Self.token(
            "node", Self.text(.user, user), of: rights, by: account, Self.text(.account, account))
        let (first, second) = (Role.seed.rawValue | Role.user.rawValue >> 5, (Role.user.rawValue & 31) << 3)
        let seed = Self.checked([first, second] + user.rawRepresentation)
        return """
            -----BEGIN NATS USER JWT-----
            \(token)
            ------END NATS USER JWT------

            -----BEGIN USER NKEY SEED-----
            \(seed)
            ------END USER NKEY SEED------

            """
    }

    /// What an account may do: everything, but store more than so many bytes; -1 for no bound.
    private static func account(storing bytes: Int) -> [String: Any] {
        let counts = [
            "subs", "data", "payload", "imports", "exports", "conn", "leaf", "streams", "consumer",
        ]
        var limits: [String: Any] = Dictionary(uniqueKeysWithValues: counts.map { ($0, -1) })
        limits["wildcards"] = true
        limits["disk_storage"] = bytes
        return ["type": "account", "limits": limits, "default_permissions": ["pub": [:], "sub": [:]]]
    }

    /// A JWT as NATS has them: signed by an NKey, with what it grants under `nats`.
    private static func token(
        _ name: String, _ subject: String, of grant: [String: Any], by key: Curve25519.Signing.PrivateKey,
        _ issuer: String
    ) -> String {
        var grant = grant
        grant["version"] = 2
        let claims: [String: Any] = [
            "jti": UUID().uuidString, "iat": 1_700_000_000, "iss": issuer, "name": name, "sub": subject, "nats": grant,
        ]
        let body = [["typ": "JWT", "alg": "ed25519-nkey"], claims].map { base64(json($0)) }.joined(separator: ".")
        let signature = (try? key.signature(for: Data(body.utf8))) ?? Data()
        return "\(body).\(base64(signature))"
    }

    private static func json(_ value: [String: Any]) -> Data {
        (try? JSONSerialization.data(withJSONObject: value)) ?? Data()
    }

    private static func base64(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func text(_ role: Role, _ key: Curve25519.Signing.PrivateKey) -> String {
        checked([role.rawValue] + key.publicKey.rawRepresentation)
    }

    /// The text of an NKey: base 32 of its bytes and their checksum, CRC-16/XMODEM.
    private static func checked(_ bytes: [UInt8]) -> String {
        var sum: UInt16 = 0
        for byte in bytes {
            sum ^= UInt16(byte) << 8
            for _ in 0..<8 { sum = sum & 0x8000 == 0 ? sum << 1 : sum << 1 ^ 0x1021 }
        }
        var text = ""
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in bytes + [UInt8(sum & 0xff), UInt8(sum >> 8)] {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(letter(bits >> count & 31))
            }
            bits &= (1 << count) - 1
        }
        if count > 0 { text.append(letter(bits << (5 - count) & 31)) }
        return text
    }

    private static func letter(_ value: UInt32) -> Character {
        Character(UnicodeScalar(UInt8(value < 26 ? 65 + value : 24 + value)))
    }
}
