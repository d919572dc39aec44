import HTTPTypes

/// Which methods each path knows.
struct PathTable: Sendable {
    private var templates: [(parts: [Substring], methods: [String])] = []

    init(_ operations: [Operation]) {
        for operation in operations {
            let parts = operation.path.split(separator: "/")
            if let index = templates.firstIndex(where: { $0.parts == parts }) {
                templates[index].methods.append(operation.method.rawValue)
            } else {
                templates.append((parts, [operation.method.rawValue]))
            }
        }
    }

    /// The methods of a path, sorted; nil when there is no such path.
    func methods(of path: String) -> [String]? {
        let parts = path.split(separator: "/")
        let template = templates.first { template in
            template.parts.count == parts.count
                && zip(template.parts, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
        return template?.methods.sorted()
    }
}
