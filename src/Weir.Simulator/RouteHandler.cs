using Microsoft.AspNetCore.Http;
using Weir.Simulator.Requests;

namespace Weir.Simulator;

/// <summary>Answers one kind of request.</summary>
internal delegate Task<SimulatedOutcome> RouteHandler(HttpContext http, RequestState state, CancellationToken ct);
