public import Distributed
public import Wire

/// Writes the arguments of a call.
public struct CallEncoder: DistributedTargetInvocationEncoder {
    public typealias SerializationRequirement = any WireValue

    private(set) var arguments = WireWriter()

    init() {}

    /// Refuses generic distributed methods: a peer must not choose the types that a node works with.
    ///
    /// - Throws: ``ClusterError/Code/unknownMethod``.
    public mutating func recordGenericSubstitution<Substituted>(_ type: Substituted.Type) throws {
        throw ClusterError(.unknownMethod, "generic distributed methods cannot be called: declare one for each type")
    }

    public mutating func recordArgument<Value: WireValue>(_ argument: RemoteCallArgument<Value>) throws {
        arguments.write(argument.value)
    }

    public mutating func recordErrorType<Failure: Error>(_ type: Failure.Type) throws {}

    public mutating func recordReturnType<Returned: WireValue>(_ type: Returned.Type) throws {}

    public mutating func doneRecording() throws {}
}
