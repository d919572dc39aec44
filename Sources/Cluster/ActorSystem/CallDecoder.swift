public import Distributed
public import Wire

/// Reads arguments as the runtime would; received calls go through ``MethodTable`` instead, which never looks up a
/// function by a name that a peer has sent.
public struct CallDecoder: DistributedTargetInvocationDecoder {
    public typealias SerializationRequirement = any WireValue

    private var reader: WireReader

    init(_ arguments: [UInt8]) {
        reader = WireReader(arguments)
    }

    public mutating func decodeGenericSubstitutions() throws -> [any Any.Type] { [] }

    public mutating func decodeNextArgument<Argument: WireValue>() throws -> Argument {
        try reader.read()
    }

    public mutating func decodeErrorType() throws -> (any Any.Type)? { nil }

    public mutating func decodeReturnType() throws -> (any Any.Type)? { nil }
}
