namespace Weir.Server.Tests.Testing;

/// <summary>What a fake upstream was asked.</summary>
internal sealed record ReceivedRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body);
