import Wire

extension ClusterActorSystem {
    /// The outcome of a method that has returned.
    static func outcome(of target: CallTarget, returning bytes: [UInt8]) -> CallOutcome {
        guard bytes.count <= FrameBounds.body else {
            return .error(
                ClusterError(
                    .malformed,
                    "the result of \(target) has \(bytes.count) bytes, more than \(FrameBounds.body); it has run"))
        }
        return .value(bytes)
    }

    /// The outcome of a method that has thrown.
    static func outcome(of target: CallTarget, throwing error: any Error) -> CallOutcome {
        switch error {
        case let fault as ArgumentReader.Fault:
            return .error(
                ClusterError(.malformed, "\(target) was not run: its arguments cannot be read: \(fault.cause)"))
        case let failure as any WireFailure:
            return outcome(of: target, failing: failure)
        case is CancellationError:
            return .error(ClusterError(.cancelled, "\(target) has ended by cancellation; it may have run in part"))
        default:
            return .error(ClusterError(.remote, "\(target) has thrown \(type(of: error)): \(error)"))
        }
    }

    /// The outcome, for all who have waited, of an activation that has thrown.
    static func outcome(ofActivating id: ActorID, throwing error: any Error) -> CallOutcome {
        switch error {
        case let error as ClusterError:
            return .error(error)
        case let failure as any WireFailure:
            return outcome(of: CallTarget(actor: id, method: activationMethod), failing: failure)
        case is CancellationError:
            return .error(ClusterError(.stopped, "\(id) was not activated: its node is stopping; ask again"))
        default:
            return .error(ClusterError(.remote, "\(id) was not activated: \(type(of: error)): \(error)"))
        }
    }

    private static func outcome(of target: CallTarget, failing failure: any WireFailure) -> CallOutcome {
        let name = type(of: failure).failureName
        let bytes = failure.wireBytes()
        guard name.utf8.count <= EncodedFailure.nameBound, bytes.count <= FrameBounds.body else {
            return .error(ClusterError(.remote, "\(target) has thrown a \(name) that is too long to be sent"))
        }
        return .failure(EncodedFailure(name: name, bytes: bytes))
    }
}
