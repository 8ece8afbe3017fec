using System.Buffers;
using System.Net.Mail;

namespace Weir.Server.Endpoints.Organization;

/// <summary>Recognises addresses that a user can have.</summary>
internal static class EmailAddress
{
    public const int Longest = 254;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"<>()[],;:\\ ");

    /// <summary>Whether a text is one address and nothing else: no name, no comment, no second one.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length is > 2 and <= Longest
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && !text.AsSpan().ContainsAny(Forbidden)
        && !text.Any(char.IsControl);

    /// <summary>What stands behind the sign.</summary>
    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
