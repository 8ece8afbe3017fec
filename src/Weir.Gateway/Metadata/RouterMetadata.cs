using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Metadata;

/// <summary>Gives callers who ask for it how their request was routed.</summary>
internal static class RouterMetadata
{
    /// <summary>What writes the metadata of an answer when it ends; null when the caller does not ask, or the answer was kept.</summary>
    public static Func<ReadOnlyMemory<byte>>? For(Committed committed)
    {
        var parsed = committed.Routed.Prepared.Parsed;
        return IsWanted(committed.Inbound) && committed.Kept is null
            ? () => RouterMetadataWriter.Write(parsed, committed.Routed.Plan, committed.Answer.History?.Attempts ?? committed.Attempts, committed.Answer.Candidate)
            : null;
    }

    /// <summary>The error of a request that ended before an answer began, with its metadata where the caller asks for it.</summary>
    public static GatewayError Attach(Refused refused) => refused.Parsed is { } parsed && IsWanted(refused.Inbound) && IsTold(refused.Error)
        ? refused.Error with { RouterMetadata = RouterMetadataWriter.Write(parsed, refused.Routed?.Plan, refused.Attempts, selected: null) }
        : refused.Error;

    /// <summary>Whether an error carries metadata: one of our own, of a key or of a rate does not.</summary>
    public static bool IsTold(GatewayError error) =>
        error.Code is not (GatewayErrorCode.Internal or GatewayErrorCode.Unauthenticated or GatewayErrorCode.RateLimited);

    private static bool IsWanted(Inbound inbound) => inbound.Headers.WantsMetadata && inbound.Operation is ChatOperation;
}
