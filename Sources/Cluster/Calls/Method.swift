public import Wire

/// One distributed method of an actor type, as peers may call it.
///
/// The closure must name its actor `isolated`, and calls the method of the same base name:
/// `Method("greet") { (actor: isolated Greeter, name: String) in actor.greet(name) }`.
public struct Method<Act: ClusterActor>: Sendable {
    /// The method's base name, which is its name on the wire.
    public let name: String
    let run: @Sendable (isolated Act, [UInt8]) async throws -> [UInt8]

    /// A method that returns a value.
    public init<each Argument: WireValue, Result: WireValue>(
        _ name: String,
        _ body: @escaping @Sendable (isolated Act, repeat each Argument) async throws -> Result
    ) {
        self.name = name
        run = { actor, bytes in
            var reader = ArgumentReader(bytes)
            let arguments = (repeat try reader.next((each Argument).self))
            try reader.finish()
            return try await body(actor, repeat each arguments).wireBytes()
        }
    }

    /// A method that returns nothing.
    public init<each Argument: WireValue>(
        _ name: String,
        _ body: @escaping @Sendable (isolated Act, repeat each Argument) async throws -> Void
    ) {
        self.name = name
        run = { actor, bytes in
            var reader = ArgumentReader(bytes)
            let arguments = (repeat try reader.next((each Argument).self))
            try reader.finish()
            try await body(actor, repeat each arguments)
            return []
        }
    }
}
