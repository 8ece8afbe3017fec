using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Http;
using Weir.Protocol.Errors;

namespace Weir.Server.Auth;

/// <summary>The host names under which the console answers.</summary>
/// <remarks>
/// A page of another site can have its own name point at this server and then counts as the same origin (DNS rebinding).
/// It needs a name for that: addresses are safe, and so is localhost, which no name server answers for.
/// </remarks>
internal sealed class ConsoleHosts
{
    private const string Local = "localhost";

    private readonly FrozenSet<string> _names;

    /// <param name="urls">The addresses the server binds, separated by semicolons.</param>
    /// <param name="configured">Names that the operator has added.</param>
    public ConsoleHosts(string urls, ImmutableArray<string> configured)
    {
        var bound = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => BindingAddress.Parse(url).Host);
        _names = bound.Concat(configured).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the console answers under the name that a request was sent to.</summary>
    public bool Allows(HostString host)
    {
        var name = host.Host;
        return name.Length > 0 && (IPAddress.TryParse(name.Trim('[', ']'), out _) || IsLocal(name) || _names.Contains(name));
    }

    public static GatewayError Refusal(HostString host) => GatewayError.Client(
        GatewayErrorCode.PermissionDenied,
        $"The console does not answer to the host name '{host.Host}'. If it is a name of this server, add it to weir.json: \"console\": {{ \"hosts\": [\"{host.Host}\"] }}");

    private static bool IsLocal(string name) =>
        name.Equals(Local, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + Local, StringComparison.OrdinalIgnoreCase);
}
