using System.Collections.Frozen;

namespace Weir.Server.Tests.Contract;

/// <summary>Where an answer may differ from the document, and why. Everything else is a fault of ours.</summary>
internal static class ContractExceptions
{
    /// <summary>Statuses that an operation's list in the document lacks; the body is then checked as its 400.</summary>
    public static readonly FrozenDictionary<int, string> Statuses = new Dictionary<int, string>
    {
        [402] = "the key's limit is used up; the error pages name it for every model call, the list of /messages forgot it",
        [403] = "a key of the wrong kind; the error pages name it for every operation",
        [413] = "a body that is too large; the error pages name it for every operation",
        [422] = "a provider's own refusal passes as it is",
        [501] = "what this version lacks, said by name",
        [502] = "provider_unavailable in the list of error types, for every model call",
        [503] = "provider_overloaded in the list of error types, for every model call",
        [504] = "timeout in the list of error types; the document has 524, which is the status of a proxy in front of its server",
    }.ToFrozenDictionary();

    /// <summary>A rule of the document that its own other rules break, by the path to it; it is left out.</summary>
    public static readonly FrozenDictionary<string, string> Contradictions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["components/schemas/BaseContentPartAddedEvent/properties/part"] = "has no reasoning_text, which the event that builds on it has, and the order of events too",
        ["components/schemas/BaseContentPartDoneEvent/properties/part"] = "has no reasoning_text, which the event that builds on it has, and the order of events too",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A provider of ours, and one from the document's list: the list cannot know who runs a private endpoint.</summary>
    public static readonly (string Ours, string Listed) Provider = ("\"Simulator\"", "\"FakeProvider\"");

    /// <summary>Request members that are answered 501 by name.</summary>
    public static readonly FrozenDictionary<string, string> NotBuilt = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["plugins"] = "no plugin is there yet",
        ["preset"] = "presets are not there yet",
        ["transforms"] = "the older name of a plugin",
        ["prompt"] = "stored prompt templates are not there yet",
        ["input_references"] = "a voice by example is not there yet",
        ["stop_server_tools_when"] = "no tool runs on the server yet",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
