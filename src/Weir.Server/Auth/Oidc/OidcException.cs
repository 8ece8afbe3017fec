namespace Weir.Server.Auth.Oidc;

/// <summary>A sign-in that cannot go on.</summary>
/// <param name="status">What the browser is answered with.</param>
/// <param name="message">What the person in front of it reads; nothing that the other side sent.</param>
/// <param name="detail">What the log says beside that; null: nothing.</param>
internal sealed class OidcException(int status, string message, string? detail = null) : Exception(message)
{
    public int Status => status;

    public string? Detail => detail;
}
