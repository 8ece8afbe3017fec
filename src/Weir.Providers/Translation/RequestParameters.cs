using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>The parameters of one request that the dialect can say and the endpoint takes; anything else reads as absent.</summary>
internal sealed class RequestParameters(JsonElement root, FrozenSet<string> dialect, UpstreamCall call)
{
    private static readonly string[] ReasoningMembers = ["reasoning", "reasoning_effort", "include_reasoning"];

    /// <summary>The whole request, for members that are not parameters.</summary>
    public JsonElement Root => root;

    public UpstreamCall Call => call;

    public bool Takes(string name) => dialect.Contains(name) && (call.Endpoint.SupportedParameters?.Contains(name) ?? true);

    public bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return Takes(name) && root.TryMember(name, out value);
    }

    /// <summary>What the request says about reasoning; null when it says nothing, or the endpoint takes nothing of it.</summary>
    /// <exception cref="TranslationException">Its forms contradict each other, or an effort is unknown.</exception>
    public ReasoningWish? Reasoning() =>
        ReasoningMembers.Any(name => root.TryMember(name, out _)) && ReasoningMembers.Any(Takes) ? ReasoningWish.Read(root) : null;

    /// <summary>The limit of the answer in tokens, by either of its names; the newer one wins.</summary>
    public long? OutputLimit =>
        Takes("max_tokens") || Takes("max_completion_tokens") ? root.Whole("max_completion_tokens") ?? root.Whole("max_tokens") : null;

    /// <summary>Stop sequences, given as one string or as a list; empty ones are left out.</summary>
    public IReadOnlyList<string> Stop()
    {
        if (!TryGet("stop", out var stop))
        {
            return [];
        }

        IEnumerable<string?> texts = stop.ValueKind == JsonValueKind.Array ? stop.Items().Select(item => item.Text()) : [stop.Text()];
        return [.. texts.OfType<string>().Where(text => text.Length > 0)];
    }
}
