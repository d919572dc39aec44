internal import ContactCenter
internal import Yams

/// One value of a YAML file, which knows where it is written.
///
/// Its getters (`LocatedNode+Values.swift`) return what they are asked for, or report what is there instead and
/// return nil.
public struct LocatedNode {
    let node: Node
    /// Where it is in the file's structure: `queues.support.rings[0].after`; empty for the whole file.
    public let path: String
    /// What messages call it, such as `` `after` `` or ``item 2 of `rings` ``.
    let name: String
    /// Where its key stands, when it is a value of a mapping.
    let key: ProblemLog.Place?
    let log: ProblemLog

    /// Line of the file, from 1.
    public var line: Int { node.place.line }
    /// Column of the line in Unicode scalars, from 1.
    public var column: Int { node.place.column }

    /// Reports something wrong with this value, at its place.
    public func report(_ message: String) {
        log.report(message, at: node.place, path: path)
    }

    /// Reports something wrong with the key that this value stands behind; with the value where there is no key.
    public func reportKey(_ message: String) {
        log.report(message, at: key ?? node.place, path: path)
    }

    /// Whether the key is written without a value, or with `null` or `~`.
    public var isNull: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Whether it is a single value, neither a list nor a mapping.
    var isScalar: Bool {
        guard case .scalar = node else { return false }
        return true
    }

    /// The items of a list, in their order.
    public func list() -> [LocatedNode]? {
        guard case .sequence(let sequence) = node else { return mismatch("a list, such as [a, b]") }
        return sequence.enumerated().map { index, item in
            LocatedNode(
                node: item, path: "\(path)[\(index)]", name: "item \(index + 1) of \(name)", key: nil, log: log)
        }
    }

    /// The items of a list, or a single value as a list of one.
    public func listOrOne() -> [LocatedNode]? {
        if case .scalar = node, !isNull { return [self] }
        return list()
    }

    /// The entries of a mapping whose keys the file chooses itself, in their order.
    public func entries() -> [LocatedEntry]? {
        guard case .mapping(let mapping) = node else { return mismatch("a mapping of names to values") }
        return mapping.compactMap { key, value in
            guard case .scalar(let scalar) = key else {
                log.report("keys are plain texts; this one is not", at: key.place, path: path)
                return nil
            }
            guard !DuplicateKey.isPaint(scalar.string) else { return nil }
            let path = path.isEmpty ? scalar.string : "\(path).\(scalar.string)"
            return LocatedEntry(
                key: scalar.string,
                value: LocatedNode(node: value, path: path, name: "`\(scalar.string)`", key: key.place, log: log))
        }
    }

    /// A mapping that knows only certain keys; every other key is reported, with the one that was probably meant.
    public func fields(_ known: String...) -> LocatedMapping? {
        fields(known)
    }

    /// A mapping that knows only certain keys; every other key is reported, with the one that was probably meant.
    public func fields(_ known: [String]) -> LocatedMapping? {
        guard let entries = entries() else { return nil }
        var values: [String: LocatedNode] = [:]
        for entry in entries {
            if known.contains(entry.key) {
                values[entry.key] = entry.value
            } else if entry.key == "<<" {
                entry.value.reportKey("merge keys (`<<`) are not supported; write the values out")
            } else {
                let suggestion = log.advises ? Spelling.suggestion(for: entry.key, among: known) : nil
                let advice = suggestion.map { "; did you mean `\($0)`?" }
                let choice = known.map { "`\($0)`" }.joined(separator: ", ")
                entry.value.reportKey("\(owner) has no key `\(entry.key)`\(advice ?? "; it may have \(choice)")")
            }
        }
        return LocatedMapping(node: self, values: values)
    }

    /// Reports that something else was expected here; returns nil.
    func mismatch<Value>(_ expected: String) -> Value? {
        report("\(name) must be \(expected), not \(found)")
        return nil
    }

    /// What is there, for messages.
    var found: String {
        switch node {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar(let scalar) where !isNull:
            scalar.string.count <= 60 ? "`\(scalar.string)`" : "`\(scalar.string.prefix(59))…`"
        default: "empty"
        }
    }

    private var owner: String { path.isEmpty ? "the file" : "`\(path)`" }
}
