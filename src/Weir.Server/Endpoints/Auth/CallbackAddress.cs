using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Weir.Server.Endpoints.Auth;

/// <summary>Where an application takes its authorization code.</summary>
/// <remarks>
/// https anywhere, or http on this machine. Nothing else gets a code: no other scheme, which could run something; no user name, which could make
/// a host look like another; no fragment, behind which the code would be lost.
/// </remarks>
internal sealed class CallbackAddress
{
    private const int Longest = 2_048;

    private readonly Uri _address;

    private CallbackAddress(Uri address) => _address = address;

    /// <summary>What people read of it: the host, with a port that is not the usual one.</summary>
    public string Name => _address.IsDefaultPort ? _address.IdnHost : $"{_address.IdnHost}:{_address.Port}";

    /// <summary>A number that is the same for every address of one origin.</summary>
    public int AppId => (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(_address.GetLeftPart(UriPartial.Authority)))) >> 1);

    /// <summary>Reads an address.</summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="problem">What is wrong with it, when it is null.</param>
    public static CallbackAddress? Read(string text, out string problem)
    {
        problem = "";
        if (text.Length > Longest || text.AsSpan().ContainsAnyInRange('\0', ' ') || text.Contains('\\', StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            problem = $"'callback_url' must be an address of at most {Longest} characters, for example https://app.example.com/callback.";
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address)))
        {
            problem = $"'callback_url' begins with {address.Scheme}://{address.Host}; it must be https, or http on localhost or 127.0.0.1.";
        }
        else if (address.UserInfo.Length > 0 || address.Fragment.Length > 0 || address.Host.Length == 0)
        {
            problem = "'callback_url' must name a host, and neither a user nor a fragment (#…).";
        }
        else
        {
            return new CallbackAddress(address);
        }

        return null;
    }

    /// <summary>The address with a code; its own query stays.</summary>
    public string With(string code) => With("code", code);

    /// <summary>The address for an application that gets no code because somebody said no (RFC 6749, 4.1.2.1).</summary>
    public string Denied() => With("error", "access_denied");

    public override string ToString() => _address.AbsoluteUri;

    private string With(string name, string value) =>
        $"{_address.GetLeftPart(UriPartial.Path)}{(_address.Query.Length > 1 ? _address.Query + "&" : "?")}{name}={Uri.EscapeDataString(value)}";

    private static bool IsThisMachine(Uri address) => address.Host is "localhost" or "127.0.0.1" or "[::1]";
}
