public import Distributed
public import Wire

/// Takes a result as the runtime would hand it over; received calls go through ``MethodTable`` instead.
public struct CallResultHandler: DistributedTargetInvocationResultHandler {
    public typealias SerializationRequirement = any WireValue

    public func onReturn<Success: WireValue>(value: Success) async throws {}

    public func onReturnVoid() async throws {}

    public func onThrow<Failure: Error>(error: Failure) async throws {
        throw error
    }
}
