using Weir.Ledger.Contents;

namespace Weir.Gateway.Recording;

/// <summary>Keeps prompts and answers of the workspaces that want it, after their exchange has ended and been recorded.</summary>
/// <param name="policy">What a workspace wants; asked for each exchange.</param>
/// <param name="writer">Takes them, and stores them in the background.</param>
/// <param name="time">The clock that their age is counted by.</param>
public sealed class ContentLog(Func<Guid, LoggingPolicy> policy, ContentWriter writer, TimeProvider time)
{
    /// <summary>Keeps an exchange, if its workspace wants it; never waits.</summary>
    /// <remarks>
    /// What ended before it was known who can answer is not kept: a guardrail may just have refused the very text. Nor is a request for zero data
    /// retention, whoever asked for that: the caller, or the operator for all. A ban on data collection is about providers, and does not matter here.
    /// </remarks>
    public void Keep(ExchangeRecord exchange)
    {
        if (exchange.Routed is { Plan.IsZeroRetention: false } routed && policy(exchange.Generation.WorkspaceId).Keeps(exchange.Generation))
        {
            writer.Write(new ContentRow
            {
                GenerationId = exchange.Generation.Id,
                StoredAt = time.GetUtcNow(),
                Json = ContentJson.Write(exchange, routed.Prepared.Parsed.Request),
            });
        }
    }
}
