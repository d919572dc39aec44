public import Cluster
public import ContactCenter

extension CenterError: WireFailure {
    public static var failureName: String { "center" }
}

extension Refusal: WireFailure {
    public static var failureName: String { "refusal" }
}
