/// The methods of an actor type that peers may call, by name: whatever is not in it cannot be reached from outside.
public struct MethodTable<Act: ClusterActor>: Sendable, ExpressibleByArrayLiteral {
    private let methods: [String: Method<Act>]

    /// Makes a table; two methods of the same name are a programmer's error.
    public init(_ methods: [Method<Act>]) {
        var table: [String: Method<Act>] = [:]
        for method in methods {
            let replaced = table.updateValue(method, forKey: method.name)
            precondition(replaced == nil, "\(Act.self) lists the method \(method.name) twice: give one a new name")
        }
        self.methods = table
    }

    public init(arrayLiteral elements: Method<Act>...) {
        self.init(elements)
    }

    /// The names in the table, in alphabetical order.
    public var names: [String] { methods.keys.sorted() }

    subscript(name: String) -> Method<Act>? { methods[name] }
}
