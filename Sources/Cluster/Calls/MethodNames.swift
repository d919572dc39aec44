import Distributed
import Synchronization

/// The base names of the methods that this program calls, by the compiler's names of them.
final class MethodNames: Sendable {
    private let names = Mutex<[String: String]>([:])

    /// The base name of a call's target, such as `greet`. The targets are this program's own, so there is a bounded
    /// number of them.
    func name(of target: RemoteCallTarget) -> String {
        let identifier = target.identifier
        if let known = names.withLock({ $0[identifier] }) { return known }
        let name = Self.baseName(target.description)
        names.withLock { $0[identifier] = name }
        return name
    }

    /// The base name in a full one such as `Center.Greeter.greet(_:)`.
    private static func baseName(_ fullName: String) -> String {
        let path = fullName.prefix { $0 != "(" }
        return String(path.split(separator: ".").last ?? path)
    }
}
