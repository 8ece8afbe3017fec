using Weir.Gateway.Pipeline;
using Weir.Gateway.ResponseCache;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Stages;

/// <summary>What later requests gain from one that has been answered and paid for: its answer, and where its conversation is.</summary>
/// <remarks>The caller has the whole answer by now and waits for none of this.</remarks>
public sealed class LearnStage(CacheStage cache, StickyRouting sticky)
{
    public void Run(Settled settled)
    {
        cache.Keep(settled);
        sticky.Remember(settled);
    }
}
