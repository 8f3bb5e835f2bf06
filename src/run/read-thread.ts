/** Entry of a reading thread: a task in, an answer out. */
import { parentPort, workerData } from 'node:worker_threads'
import { openKnowledge } from './open-knowledge.ts'
import { type ReadTask, readTask } from './reader.ts'

const knowledge = await openKnowledge((workerData as { codebook: string }).codebook)
const port = parentPort!
port.on('message', (task: ReadTask) => {
  try {
    port.postMessage(readTask(task, knowledge))
  } catch (error) {
    port.postMessage({ failed: error instanceof Error ? error.message : String(error) })
  }
})
