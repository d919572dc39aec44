public import ContactCenter
internal import Yams

/// One YAML file, read into nodes that know where they are written and collect what is wrong with them.
///
/// Read a document, ask ``root`` for what the file should hold by the getters of ``LocatedNode`` and
/// ``LocatedMapping``, and look at ``problems`` in the end: a getter that finds something else reports it, with line
/// and column and what would be right, and returns nil, so that reading goes on and finds every mistake in one go.
///
/// Files come from strangers: at most 1 MiB, nested at most 32 deep, at most 16 aliases, one document.
public struct YAMLDocument {
    /// The largest file, in UTF-8 bytes.
    public static let sizeBound = 1_048_576
    /// How deeply lists and mappings may be nested.
    public static let nestingBound = 32
    /// The most aliases (`*name`) of a file.
    public static let aliasBound = 16
    /// The most nodes of a file, each alias counted as what it stands for.
    static let nodeBound = 1_000_000

    /// The whole of the file; nil when it is not YAML, or empty.
    public let root: LocatedNode?
    let log: ProblemLog

    /// Reads a file's text; what is wrong with it as YAML is in ``problems``.
    public init(_ source: String) {
        let log = ProblemLog()
        self.log = log
        var text = YAMLText(source)
        guard text.check(reportingTo: log), let node = Self.parse(&text, log: log), Self.check(node, log: log) else {
            root = nil
            return
        }
        root = LocatedNode(node: node, path: "", name: "the file", key: nil, log: log)
    }

    /// Everything found wrong so far, by line and column.
    public var problems: [ConfigurationProblem] { log.problems.sorted() }

    private static func parse(_ text: inout YAMLText, log: ProblemLog) -> Node? {
        for _ in 0...DuplicateKey.bound {
            do {
                let parser = try Parser(yaml: text.joined, resolver: .basic, constructor: .default, encoding: .utf8)
                guard let node = try parser.singleRoot() else { break }
                return node
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard let key = keys.first, text.repair(key, at: context.mark, reportingTo: log) else { return nil }
            } catch {
                YAMLFault(error, in: text).report(to: log)
                return nil
            }
        }
        if log.problems.isEmpty { log.report("the file is empty", at: .init(line: 1, column: 1), path: "") }
        return nil
    }

    /// Checks nesting, size with all aliases expanded, and that no tags are used, before anything walks the tree.
    private static func check(_ root: Node, log: ProblemLog) -> Bool {
        var visited = 0
        var isSound = true
        var stack: [(node: Node, depth: Int)] = [(root, 1)]
        while let (node, depth) = stack.popLast() {
            visited += 1
            guard depth <= nestingBound, visited <= nodeBound else {
                let what = depth > nestingBound ? "nested more than \(nestingBound) deep" : "too large with its aliases"
                log.report("the file is \(what)", at: node.place, path: "")
                return false
            }
            if !node.tag.description.hasPrefix("tag:yaml.org,2002:") {
                log.report("tags such as `\(node.tag)` mean nothing here; leave it out", at: node.place, path: "")
                isSound = false
            }
            switch node {
            case .mapping(let mapping):
                for pair in mapping { stack += [(pair.key, depth + 1), (pair.value, depth + 1)] }
            case .sequence(let sequence): stack += sequence.map { ($0, depth + 1) }
            default: break
            }
        }
        return isSound
    }
}

extension Node {
    /// Where it begins.
    var place: ProblemLog.Place { ProblemLog.Place(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
