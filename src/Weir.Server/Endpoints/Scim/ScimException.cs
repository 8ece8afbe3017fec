namespace Weir.Server.Endpoints.Scim;

/// <summary>What a provisioning request is refused with.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="type">SCIM's word for the error; null: it has none.</param>
/// <param name="detail">For a person.</param>
internal sealed class ScimException(int status, string? type, string detail) : Exception(detail)
{
    public int Status => status;

    public string? Type => type;
}
