using System.Text.Json.Serialization;

namespace Weir.Server.Auth.Oidc;

/// <summary>Source-generated JSON of what is sealed in the cookie.</summary>
[JsonSerializable(typeof(SignInTicket))]
internal sealed partial class SignInTicketJson : JsonSerializerContext;
