using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Management;

/// <summary>Finds the object that a request is about, and gives what shows it as the API does, now and later.</summary>
internal delegate Func<JsonElement> ShownFinder(HttpContext context);
